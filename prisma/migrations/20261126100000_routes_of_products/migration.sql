-- Clicks per product and month say to which number and by which rule they went: what was asked of a number's products, or
-- of the routes of some products, read all of their clicks until now.

DO $migration$
DECLARE
  columns text := (SELECT string_agg(format('"d%s" INTEGER NOT NULL', day), ', ' ORDER BY day) FROM generate_series(1, 31) AS day);
  -- Of rows with `day` (1 to 31) and `sign`: the clicks of each day.
  counts text := (SELECT string_agg(format('sign * count(*) FILTER (WHERE day = %s)', day), ', ' ORDER BY day)
    FROM generate_series(1, 31) AS day);
  -- Of days that are counted already.
  sums text := (SELECT string_agg(format('coalesce(sum(count) FILTER (WHERE day = %s), 0)', day), ', ' ORDER BY day)
    FROM generate_series(1, 31) AS day);
  added text := (SELECT string_agg(format('d%1$s = total.d%1$s + excluded.d%1$s', day), ', ' ORDER BY day)
    FROM generate_series(1, 31) AS day);
BEGIN
  -- No click may come in between.
  LOCK TABLE click_events IN SHARE ROW EXCLUSIVE MODE;

  DROP TABLE click_product_months;
  EXECUTE format('CREATE TABLE click_product_months (
    month DATE NOT NULL, product_id BIGINT NOT NULL, reason route_reason NOT NULL, number_id INTEGER,
    rule_id INTEGER, clicks INTEGER NOT NULL, %s
  )', columns);
  EXECUTE format($fill$
    INSERT INTO click_product_months
    SELECT month, product_id, reason, number_id, rule_id, sum(count), %s
    FROM (
      SELECT (at AT TIME ZONE 'UTC')::date AS date, product_id, reason, number_id, rule_id, sum(count) AS count
      FROM (
        SELECT occurred_at AS at, product_id, reason, number_id, rule_id, 1 AS count FROM click_events
        WHERE visitor_kind = 'human' AND product_id > 0
        UNION ALL
        SELECT quarter, product_id, reason, number_id, rule_id, count FROM archived_clicks
        WHERE visitor_kind = 'human' AND product_id > 0
      ) AS clicks GROUP BY 1, 2, 3, 4, 5 OFFSET 0
    ) AS dates, LATERAL (SELECT date_trunc('month', date)::date AS month OFFSET 0) AS month_of,
      LATERAL (SELECT date - month + 1 AS day OFFSET 0) AS day_of
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  $fill$, sums);

  -- As before, but for number_id and rule_id.
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
      SELECT month, product_id, reason, number_id, rule_id, sign * count(*), %1$s
      FROM changed, LATERAL (SELECT (occurred_at AT TIME ZONE 'UTC')::date AS date OFFSET 0) AS utc,
        LATERAL (SELECT date_trunc('month', date)::date AS month OFFSET 0) AS month_of,
        LATERAL (SELECT date - month + 1 AS day OFFSET 0) AS day_of
      WHERE visitor_kind = 'human' AND product_id > 0 GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
      ON CONFLICT (month, product_id, reason, number_id, rule_id) DO UPDATE SET clicks = total.clicks + excluded.clicks, %2$s;

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
CREATE UNIQUE INDEX click_product_months_key ON click_product_months (month, product_id, reason, number_id, rule_id) NULLS NOT DISTINCT;
ALTER TABLE click_product_months ADD CONSTRAINT click_product_months_first CHECK (extract(day FROM month) = 1);
-- The rows of this month are written again and again: room on their page keeps that out of the index.
ALTER TABLE click_product_months SET (fillfactor = 80);
