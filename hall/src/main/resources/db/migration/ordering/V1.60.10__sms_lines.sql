-- What was sent on a line is told as the use of the product that opened it (D10).
create index product_line on ordering.product ((results ->> 'line')) where results ->> 'line' is not null;
