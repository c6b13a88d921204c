-- How many customers have which value.
select :run as run_id, fen, count(*) as customers
from worth
group by fen
