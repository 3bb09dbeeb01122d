"""Who the company is: name, code, capital, address, nature, business, contacts, credit, certificates."""
