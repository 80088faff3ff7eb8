"""Who a mention is: names and roles to actors with stable ids."""
