-- A mixed cart now names the other rule in `via`: "mixed:12;hours>hours>hours>+2>default".
DROP INDEX click_events_via_idx;
ALTER TABLE click_events ALTER COLUMN via TYPE VARCHAR(60);

-- All that the coverage report reads of such clicks, so that it need not look for their rows.
CREATE INDEX click_events_via_idx ON click_events (occurred_at) INCLUDE (visitor_kind, rule_id, via) WHERE via IS NOT NULL;
