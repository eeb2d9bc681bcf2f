-- CreateTable
CREATE TABLE "click_totals" (
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "visitor_kind" "visitor_kind" NOT NULL,
    "kind_reason" "kind_reason",
    "product_mobile" INTEGER NOT NULL,
    "product_desktop" INTEGER NOT NULL,
    "cart_mobile" INTEGER NOT NULL,
    "cart_desktop" INTEGER NOT NULL,
    "checkout_mobile" INTEGER NOT NULL,
    "checkout_desktop" INTEGER NOT NULL,
    "floating_mobile" INTEGER NOT NULL,
    "floating_desktop" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "click_product_weeks" (
    "week" DATE NOT NULL,
    "product_id" BIGINT NOT NULL,
    "reason" "route_reason" NOT NULL,
    "mon" INTEGER NOT NULL,
    "tue" INTEGER NOT NULL,
    "wed" INTEGER NOT NULL,
    "thu" INTEGER NOT NULL,
    "fri" INTEGER NOT NULL,
    "sat" INTEGER NOT NULL,
    "sun" INTEGER NOT NULL,

    CONSTRAINT "click_product_weeks_pkey" PRIMARY KEY ("week","product_id","reason")
);

-- CreateTable
CREATE TABLE "click_route_weeks" (
    "week" DATE NOT NULL,
    "number_id" INTEGER,
    "rule_id" INTEGER,
    "reason" "route_reason" NOT NULL,
    "mon" INTEGER NOT NULL,
    "tue" INTEGER NOT NULL,
    "wed" INTEGER NOT NULL,
    "thu" INTEGER NOT NULL,
    "fri" INTEGER NOT NULL,
    "sat" INTEGER NOT NULL,
    "sun" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "archived_clicks" (
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "product_id" BIGINT,
    "page_type" "page_type" NOT NULL,
    "device_type" "device_type" NOT NULL,
    "number_id" INTEGER,
    "rule_id" INTEGER,
    "reason" "route_reason" NOT NULL,
    "visitor_kind" "visitor_kind" NOT NULL,
    "kind_reason" "kind_reason",
    "count" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "click_retention" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "keep_days" INTEGER,
    "archived_before" TIMESTAMPTZ(3),
    "next_run_at" TIMESTAMPTZ(3),
    "last_run_at" TIMESTAMPTZ(3),
    "last_finished_at" TIMESTAMPTZ(3),
    "last_archived" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "click_retention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "archived_clicks_product_id_quarter_idx" ON "archived_clicks"("product_id", "quarter");

-- DropIndex
DROP INDEX "click_events_product_id_occurred_at_id_idx";

-- CreateIndex
CREATE INDEX "click_events_product_id_occurred_at_id_idx" ON "click_events"("product_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "click_events_number_id_occurred_at_id_idx" ON "click_events"("number_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "click_events_reason_occurred_at_id_idx" ON "click_events"("reason", "occurred_at", "id");



-- From here on by hand: what Prisma has no words for.

-- People are most of the log, so the index by time finds them; the others are rare.
CREATE INDEX click_events_uncounted_idx ON click_events (visitor_kind, occurred_at, id) WHERE visitor_kind <> 'human';

-- NULLS NOT DISTINCT: a click without a reason, rule or number adds to one row, as any other does.
CREATE UNIQUE INDEX click_totals_key ON click_totals (visitor_kind, quarter, kind_reason) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX click_route_weeks_key ON click_route_weeks (week, reason, number_id, rule_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX archived_clicks_key ON archived_clicks
  (quarter, product_id, page_type, device_type, number_id, rule_id, reason, visitor_kind, kind_reason) NULLS NOT DISTINCT;

ALTER TABLE click_product_weeks ADD CONSTRAINT click_product_weeks_monday CHECK (extract(isodow FROM week) = 1);
ALTER TABLE click_route_weeks ADD CONSTRAINT click_route_weeks_monday CHECK (extract(isodow FROM week) = 1);
ALTER TABLE click_retention
  ADD CONSTRAINT click_retention_single_row CHECK (id = 1),
  ADD CONSTRAINT click_retention_keep_days CHECK (keep_days BETWEEN 1 AND 36500);
INSERT INTO click_retention (id) VALUES (1);

-- The rows of now are written again and again: room on their page keeps that out of the indexes.
ALTER TABLE click_totals SET (fillfactor = 50);
ALTER TABLE click_product_weeks SET (fillfactor = 80);
ALTER TABLE click_route_weeks SET (fillfactor = 50);

-- The totals follow the log: each statement adds the rows it really inserted and takes away those it deleted, in one
-- order, so that two instances never wait for each other in a circle. What retention moves to archived_clicks stays
-- counted: it says so with the setting chatcart.archiving. So totals = click_events + archived_clicks, always.
CREATE FUNCTION click_totals_follow() RETURNS trigger LANGUAGE plpgsql AS $$
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

  INSERT INTO click_product_weeks AS total
  SELECT week, product_id, reason,
    sign * count(*) FILTER (WHERE day = 1), sign * count(*) FILTER (WHERE day = 2),
    sign * count(*) FILTER (WHERE day = 3), sign * count(*) FILTER (WHERE day = 4),
    sign * count(*) FILTER (WHERE day = 5), sign * count(*) FILTER (WHERE day = 6),
    sign * count(*) FILTER (WHERE day = 7)
  FROM changed,
    LATERAL (SELECT occurred_at AT TIME ZONE 'UTC' AS clock) AS utc,
    LATERAL (SELECT date_trunc('week', clock)::date AS week, extract(isodow FROM clock)::int AS day) AS calendar
  WHERE visitor_kind = 'human' AND product_id > 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (week, product_id, reason) DO UPDATE SET
    mon = total.mon + excluded.mon, tue = total.tue + excluded.tue, wed = total.wed + excluded.wed,
    thu = total.thu + excluded.thu, fri = total.fri + excluded.fri, sat = total.sat + excluded.sat,
    sun = total.sun + excluded.sun;

  INSERT INTO click_route_weeks AS total
  SELECT week, number_id, rule_id, reason,
    sign * count(*) FILTER (WHERE day = 1), sign * count(*) FILTER (WHERE day = 2),
    sign * count(*) FILTER (WHERE day = 3), sign * count(*) FILTER (WHERE day = 4),
    sign * count(*) FILTER (WHERE day = 5), sign * count(*) FILTER (WHERE day = 6),
    sign * count(*) FILTER (WHERE day = 7)
  FROM changed,
    LATERAL (SELECT occurred_at AT TIME ZONE 'UTC' AS clock) AS utc,
    LATERAL (SELECT date_trunc('week', clock)::date AS week, extract(isodow FROM clock)::int AS day) AS calendar
  WHERE visitor_kind = 'human' GROUP BY 1, 2, 3, 4 ORDER BY 1, 4, 2, 3
  ON CONFLICT (week, reason, number_id, rule_id) DO UPDATE SET
    mon = total.mon + excluded.mon, tue = total.tue + excluded.tue, wed = total.wed + excluded.wed,
    thu = total.thu + excluded.thu, fri = total.fri + excluded.fri, sat = total.sat + excluded.sat,
    sun = total.sun + excluded.sun;
  RETURN NULL;
END $$;

-- An emptied log starts from nothing.
CREATE FUNCTION click_totals_clear() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE click_totals, click_product_weeks, click_route_weeks, archived_clicks;
  UPDATE click_retention SET archived_before = NULL;
  RETURN NULL;
END $$;

-- The clicks there are already: copied through a table with the same trigger.
CREATE TEMPORARY TABLE click_backfill (LIKE click_events);
CREATE TRIGGER click_totals_insert AFTER INSERT ON click_backfill REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION click_totals_follow();
LOCK TABLE click_events IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO click_backfill SELECT * FROM click_events;
DROP TABLE click_backfill;

CREATE TRIGGER click_totals_insert AFTER INSERT ON click_events REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION click_totals_follow();
CREATE TRIGGER click_totals_delete AFTER DELETE ON click_events REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION click_totals_follow();
CREATE TRIGGER click_totals_truncate AFTER TRUNCATE ON click_events
  FOR EACH STATEMENT EXECUTE FUNCTION click_totals_clear();

-- These questions take milliseconds; compiling them takes longer. The owner of the database may say so for all of it.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN
  NULL;
END $$;
