-- An act that few did is found without reading the whole trail.
create index entry_act on audit.entry (act text_pattern_ops, at desc, id desc);
