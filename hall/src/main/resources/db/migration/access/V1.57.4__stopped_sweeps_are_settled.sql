-- What a stopped sweep had not asked for waits for nothing.
update access.sweep_session s set state = 'NOT_ASKED'
from access.sweep w
where w.id = s.sweep_id and w.state = 'STOPPED' and s.state in ('WAITING', 'TAKEN');
