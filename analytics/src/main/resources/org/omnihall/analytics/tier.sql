-- Everybody's tier, by the borders that insight gives for this distribution (requirement C16).
select :run as run_id, w.subscriber_id, w.area_path, w.months, w.total, w.fen, t.place
from worth w join tier t on w.fen >= t.from_fen and w.fen < t.below_fen
