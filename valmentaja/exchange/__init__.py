"""What goes in and out of a workbook as a whole: the demo now; export and import with their issues."""
