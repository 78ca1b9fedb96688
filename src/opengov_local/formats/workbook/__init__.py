"""The network's own workbook: a template to fill in, packages written as workbooks, workbooks read as packages."""
