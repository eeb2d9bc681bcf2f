-- Mixed carts and clicks that a backup took are few; the coverage report counts them without reading the others.
CREATE INDEX click_events_via_idx ON click_events (occurred_at) WHERE via IS NOT NULL;
