"""What changes in a reading when the report is changed in a way that should not matter."""
