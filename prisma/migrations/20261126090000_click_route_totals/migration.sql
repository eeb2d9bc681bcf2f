-- A period filtered by a number or a reason read every one of its clicks: a second for a quarter of a year of three million.

-- CreateTable
CREATE TABLE "click_route_totals" (
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "visitor_kind" "visitor_kind" NOT NULL,
    "kind_reason" "kind_reason",
    "number_id" INTEGER,
    "reason" "route_reason",
    "product_mobile" INTEGER NOT NULL,
    "product_desktop" INTEGER NOT NULL,
    "cart_mobile" INTEGER NOT NULL,
    "cart_desktop" INTEGER NOT NULL,
    "checkout_mobile" INTEGER NOT NULL,
    "checkout_desktop" INTEGER NOT NULL,
    "floating_mobile" INTEGER NOT NULL,
    "floating_desktop" INTEGER NOT NULL
);

-- NULLS NOT DISTINCT: a row is of a number or of a reason, and names no other.
CREATE UNIQUE INDEX click_route_totals_key ON click_route_totals (visitor_kind, number_id, reason, quarter, kind_reason) NULLS NOT DISTINCT;
-- The rows of now are written again and again: room on their page keeps that out of the index.
ALTER TABLE click_route_totals SET (fillfactor = 70);

-- As click_totals follow the log: by the rows really inserted or deleted, in one order; what is archived stays counted.
CREATE FUNCTION click_route_totals_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sign int := CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('chatcart.archiving', true) = 'on' THEN
    RETURN NULL;
  END IF;

  INSERT INTO click_route_totals AS total
  SELECT quarter, visitor_kind, kind_reason, number_id, reason,
    sign * count(*) FILTER (WHERE page_type = 'product' AND device_type = 'mobile'),
    sign * count(*) FILTER (WHERE page_type = 'product' AND device_type = 'desktop'),
    sign * count(*) FILTER (WHERE page_type = 'cart' AND device_type = 'mobile'),
    sign * count(*) FILTER (WHERE page_type = 'cart' AND device_type = 'desktop'),
    sign * count(*) FILTER (WHERE page_type = 'checkout' AND device_type = 'mobile'),
    sign * count(*) FILTER (WHERE page_type = 'checkout' AND device_type = 'desktop'),
    sign * count(*) FILTER (WHERE page_type = 'floating' AND device_type = 'mobile'),
    sign * count(*) FILTER (WHERE page_type = 'floating' AND device_type = 'desktop')
  FROM changed, LATERAL (SELECT date_bin('15 minutes', occurred_at, '2000-01-01Z') AS quarter) AS at
  GROUP BY GROUPING SETS ((visitor_kind, number_id, quarter, kind_reason), (visitor_kind, reason, quarter, kind_reason))
  HAVING number_id IS NOT NULL OR reason IS NOT NULL
  ORDER BY visitor_kind, number_id, reason, quarter, kind_reason
  ON CONFLICT (visitor_kind, number_id, reason, quarter, kind_reason) DO UPDATE SET
    product_mobile = total.product_mobile + excluded.product_mobile,
    product_desktop = total.product_desktop + excluded.product_desktop,
    cart_mobile = total.cart_mobile + excluded.cart_mobile,
    cart_desktop = total.cart_desktop + excluded.cart_desktop,
    checkout_mobile = total.checkout_mobile + excluded.checkout_mobile,
    checkout_desktop = total.checkout_desktop + excluded.checkout_desktop,
    floating_mobile = total.floating_mobile + excluded.floating_mobile,
    floating_desktop = total.floating_desktop + excluded.floating_desktop;
  RETURN NULL;
END $$;

-- An emptied log starts from nothing.
CREATE OR REPLACE FUNCTION click_totals_clear() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE click_totals, click_route_totals, click_product_months, click_route_months, archived_clicks;
  UPDATE click_retention SET archived_before = NULL;
  RETURN NULL;
END $$;

-- No click may come in between.
LOCK TABLE click_events IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO click_route_totals
SELECT quarter, visitor_kind, kind_reason, number_id, reason,
  coalesce(sum(count) FILTER (WHERE page_type = 'product' AND device_type = 'mobile'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'product' AND device_type = 'desktop'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'cart' AND device_type = 'mobile'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'cart' AND device_type = 'desktop'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'checkout' AND device_type = 'mobile'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'checkout' AND device_type = 'desktop'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'floating' AND device_type = 'mobile'), 0),
  coalesce(sum(count) FILTER (WHERE page_type = 'floating' AND device_type = 'desktop'), 0)
FROM (
  SELECT date_bin('15 minutes', occurred_at, '2000-01-01Z') AS quarter, visitor_kind, kind_reason, number_id, reason,
    page_type, device_type, 1 AS count FROM click_events
  UNION ALL
  SELECT quarter, visitor_kind, kind_reason, number_id, reason, page_type, device_type, count FROM archived_clicks
) AS clicks
GROUP BY GROUPING SETS ((visitor_kind, number_id, quarter, kind_reason), (visitor_kind, reason, quarter, kind_reason))
HAVING number_id IS NOT NULL OR reason IS NOT NULL
ORDER BY visitor_kind, number_id, reason, quarter, kind_reason;

CREATE TRIGGER click_route_totals_insert AFTER INSERT ON click_events REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION click_route_totals_follow();
CREATE TRIGGER click_route_totals_delete AFTER DELETE ON click_events REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION click_route_totals_follow();
