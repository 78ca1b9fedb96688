"""Pages of the Open Government Partnership: the text of a plan or commitment page, pasted or saved, and its words."""
