-- Clicks by people per product, and per number, rule and reason, were kept by week. A month of days in one row is a third
-- of the rows to read for a quarter of a year. Written by a loop, because a month has 31 columns.

DO $migration$
DECLARE
  days text := (SELECT string_agg(format('"d%s"', day), ', ' ORDER BY day) FROM generate_series(1, 31) AS day);
  columns text := (SELECT string_agg(format('"d%s" INTEGER NOT NULL', day), ', ' ORDER BY day) FROM generate_series(1, 31) AS day);
  -- Of rows with `day` (1 to 31) and `sign`: the clicks of each day.
  counts text := (SELECT string_agg(format('sign * count(*) FILTER (WHERE day = %s)', day), ', ' ORDER BY day)
    FROM generate_series(1, 31) AS day);
  added text := (SELECT string_agg(format('d%1$s = total.d%1$s + excluded.d%1$s', day), ', ' ORDER BY day)
    FROM generate_series(1, 31) AS day);
  -- Of the days of weeks, as rows with `day` and `clicks`.
  moved text := (SELECT string_agg(format('coalesce(sum(clicks) FILTER (WHERE extract(day FROM day) = %s), 0)', day), ', ' ORDER BY day)
    FROM generate_series(1, 31) AS day);
  week_days constant text := '(VALUES (week, mon), (week + 1, tue), (week + 2, wed), (week + 3, thu), (week + 4, fri),
    (week + 5, sat), (week + 6, sun)) AS days (day, clicks)';
BEGIN
  -- No click may come in between.
  LOCK TABLE click_events IN SHARE ROW EXCLUSIVE MODE;

  EXECUTE format('CREATE TABLE click_product_months (
    month DATE NOT NULL, product_id BIGINT NOT NULL, reason route_reason NOT NULL, clicks INTEGER NOT NULL, %s,
    CONSTRAINT click_product_months_pkey PRIMARY KEY (month, product_id, reason)
  )', columns);
  EXECUTE format('CREATE TABLE click_route_months (
    month DATE NOT NULL, number_id INTEGER, rule_id INTEGER, reason route_reason NOT NULL, clicks INTEGER NOT NULL, %s
  )', columns);
  EXECUTE format('INSERT INTO click_product_months
    SELECT date_trunc(''month'', day)::date, product_id, reason, sum(clicks), %s
    FROM click_product_weeks, LATERAL %s WHERE clicks <> 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3', moved, week_days);
  EXECUTE format('INSERT INTO click_route_months
    SELECT date_trunc(''month'', day)::date, number_id, rule_id, reason, sum(clicks), %s
    FROM click_route_weeks, LATERAL %s WHERE clicks <> 0 GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3', moved, week_days);

  -- OFFSET 0 keeps the day of a click from being worked out anew for each of the 31 columns.
  -- As before: each statement adds the rows it really inserted and takes away those it deleted, in one order, so that two
  -- instances never wait for each other in a circle; what retention moves to archived_clicks stays counted.
  EXECUTE format($function$
    CREATE OR REPLACE FUNCTION click_totals_follow() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      sign int := CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END;
    BEGIN
      IF TG_OP = 'DELETE' AND current_setting('chatcart.archiving', true) = 'on' THEN
        RETURN NULL;
      END IF;

      INSERT INTO click_totals AS total
      SELECT date_bin('15 minutes', occurred_at, '2000-01-01Z') AS quarter, visitor_kind, kind_reason,
        sign * count(*) FILTER (WHERE page_type = 'product' AND device_type = 'mobile'),
        sign * count(*) FILTER (WHERE page_type = 'product' AND device_type = 'desktop'),
        sign * count(*) FILTER (WHERE page_type = 'cart' AND device_type = 'mobile'),
        sign * count(*) FILTER (WHERE page_type = 'cart' AND device_type = 'desktop'),
        sign * count(*) FILTER (WHERE page_type = 'checkout' AND device_type = 'mobile'),
        sign * count(*) FILTER (WHERE page_type = 'checkout' AND device_type = 'desktop'),
        sign * count(*) FILTER (WHERE page_type = 'floating' AND device_type = 'mobile'),
        sign * count(*) FILTER (WHERE page_type = 'floating' AND device_type = 'desktop')
      FROM changed GROUP BY 1, 2, 3 ORDER BY 2, 1, 3
      ON CONFLICT (visitor_kind, quarter, kind_reason) DO UPDATE SET
        product_mobile = total.product_mobile + excluded.product_mobile,
        product_desktop = total.product_desktop + excluded.product_desktop,
        cart_mobile = total.cart_mobile + excluded.cart_mobile,
        cart_desktop = total.cart_desktop + excluded.cart_desktop,
        checkout_mobile = total.checkout_mobile + excluded.checkout_mobile,
        checkout_desktop = total.checkout_desktop + excluded.checkout_desktop,
        floating_mobile = total.floating_mobile + excluded.floating_mobile,
        floating_desktop = total.floating_desktop + excluded.floating_desktop;

      INSERT INTO click_product_months AS total
      SELECT month, product_id, reason, sign * count(*), %1$s
      FROM changed, LATERAL (SELECT (occurred_at AT TIME ZONE 'UTC')::date AS date OFFSET 0) AS utc,
        LATERAL (SELECT date_trunc('month', date)::date AS month OFFSET 0) AS month_of,
        LATERAL (SELECT date - month + 1 AS day OFFSET 0) AS day_of
      WHERE visitor_kind = 'human' AND product_id > 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (month, product_id, reason) DO UPDATE SET clicks = total.clicks + excluded.clicks, %2$s;

      INSERT INTO click_route_months AS total
      SELECT month, number_id, rule_id, reason, sign * count(*), %1$s
      FROM changed, LATERAL (SELECT (occurred_at AT TIME ZONE 'UTC')::date AS date OFFSET 0) AS utc,
        LATERAL (SELECT date_trunc('month', date)::date AS month OFFSET 0) AS month_of,
        LATERAL (SELECT date - month + 1 AS day OFFSET 0) AS day_of
      WHERE visitor_kind = 'human' GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3
      ON CONFLICT (month, reason, number_id, rule_id) DO UPDATE SET clicks = total.clicks + excluded.clicks, %2$s;
      RETURN NULL;
    END $$
  $function$, counts, added);
END $migration$;

-- NULLS NOT DISTINCT: clicks without a number or rule add to one row, as any other do.
CREATE UNIQUE INDEX click_route_months_key ON click_route_months (month, reason, number_id, rule_id) NULLS NOT DISTINCT;
ALTER TABLE click_product_months ADD CONSTRAINT click_product_months_first CHECK (extract(day FROM month) = 1);
ALTER TABLE click_route_months ADD CONSTRAINT click_route_months_first CHECK (extract(day FROM month) = 1);
-- The rows of this month are written again and again: room on their page keeps that out of the indexes.
ALTER TABLE click_product_months SET (fillfactor = 80);
ALTER TABLE click_route_months SET (fillfactor = 50);
DROP TABLE click_product_weeks, click_route_weeks;

CREATE OR REPLACE FUNCTION click_totals_clear() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE click_totals, click_product_months, click_route_months, archived_clicks;
  UPDATE click_retention SET archived_before = NULL;
  RETURN NULL;
END $$;

-- Several processes for one question take longer than one here, and the cores are the redirects'.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET max_parallel_workers_per_gather = 0', current_database());
EXCEPTION WHEN insufficient_privilege THEN
  NULL;
END $$;
