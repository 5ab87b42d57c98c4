"""What is shipped and is not code: method, guide, texts, the fictional caseload; imports nothing."""
