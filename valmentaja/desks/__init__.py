"""One function per page: records and rules in, a frozen page out, used alike by screens, commands and documents."""
