"""Pages to hand to others: what stands in each is made once, and told as text or as HTML for paper."""
