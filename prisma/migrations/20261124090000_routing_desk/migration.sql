-- Numbers with a backup, hours and a test; rules that cover the categories below; the history of who changed what.

-- CreateEnum
CREATE TYPE "change_entity" AS ENUM ('rule', 'number', 'settings', 'category', 'product');

-- CreateEnum
CREATE TYPE "change_action" AS ENUM ('created', 'changed', 'paused', 'resumed', 'archived', 'restored', 'deleted');

-- AlterTable
ALTER TABLE "numbers" ADD COLUMN     "backup_number_id" INTEGER,
ADD COLUMN     "hours" JSONB,
ADD COLUMN     "last_tested_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_tested_by_id" INTEGER,
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "time_zone" VARCHAR(64);

-- AlterTable
ALTER TABLE "routing_rules" ADD COLUMN     "covers_subcategories" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "changes" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" INTEGER,
    "actor_email" VARCHAR(254),
    "entity" "change_entity" NOT NULL,
    "entity_id" BIGINT NOT NULL,
    "label" VARCHAR(500) NOT NULL,
    "action" "change_action" NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "changes_at_id_idx" ON "changes"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "changes_entity_entity_id_at_idx" ON "changes"("entity", "entity_id", "at" DESC);

-- CreateIndex
CREATE INDEX "numbers_backup_number_id_idx" ON "numbers"("backup_number_id");

-- AddForeignKey
ALTER TABLE "numbers" ADD CONSTRAINT "numbers_backup_number_id_fkey" FOREIGN KEY ("backup_number_id") REFERENCES "numbers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "numbers" ADD CONSTRAINT "numbers_last_tested_by_id_fkey" FOREIGN KEY ("last_tested_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- From here on by hand: what Prisma has no words for.

ALTER TABLE numbers
  ADD CONSTRAINT numbers_not_own_backup CHECK (backup_number_id <> id),
  ADD CONSTRAINT numbers_hours_are_a_week CHECK (jsonb_array_length(hours) = 7);

-- The history. Each kind of thing has its facts, with the names as they are now; a row trigger keeps those that differ.
-- Who it was, the transaction says (lib/history/changing.ts); without a word it was the app itself or plain SQL.

CREATE FUNCTION history_number(number_id int) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', id, 'label', label, 'digits', digits) FROM numbers WHERE id = number_id
$$;

-- A tree is a few levels deep; a circle made by plain SQL must end, too.
CREATE FUNCTION history_category(category_id int) RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH RECURSIVE upwards AS (
    SELECT parent_id, name, 1 AS height FROM categories WHERE id = category_id
    UNION ALL
    SELECT c.parent_id, c.name, height + 1 FROM upwards JOIN categories c ON c.id = upwards.parent_id WHERE height < 50
  )
  SELECT jsonb_build_object('id', category_id, 'path', jsonb_agg(name ORDER BY height DESC))
  FROM upwards HAVING count(*) > 0
$$;

CREATE FUNCTION history_path(category jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(name, ' › ' ORDER BY place)
  FROM jsonb_array_elements_text(category->'path') WITH ORDINALITY AS step (name, place)
$$;

CREATE FUNCTION history_facts(of routing_rules) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('category', history_category(of.category_id), 'number', history_number(of.number_id),
    'coversSubcategories', of.covers_subcategories, 'paused', of.paused_at IS NOT NULL)
$$;

CREATE FUNCTION history_facts(of numbers) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('digits', of.digits, 'label', of.label, 'paused', of.paused_at IS NOT NULL,
    'backup', history_number(of.backup_number_id), 'timeZone', of.time_zone, 'hours', of.hours)
$$;

CREATE FUNCTION history_facts(of settings) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('storeName', of.store_name, 'defaultNumber', history_number(of.default_number_id),
    'currency', of.currency, 'locale', of.locale, 'timeZone', of.time_zone, 'demoStore', of.demo_store_enabled,
    'productTemplate', of.product_template, 'cartTemplate', of.cart_template,
    'checkoutTemplate', of.checkout_template, 'floatingTemplate', of.floating_template)
$$;

CREATE FUNCTION history_facts(of categories) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('name', of.name, 'parent', history_category(of.parent_id))
$$;

CREATE FUNCTION history_label(of routing_rules) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT history_path(history_category(of.category_id))
$$;

CREATE FUNCTION history_label(of numbers) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(of.label, ''), '+' || of.digits)
$$;

CREATE FUNCTION history_label(of settings) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT 'Settings'
$$;

CREATE FUNCTION history_label(of categories) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' › ', history_path(history_category(of.parent_id)), of.name)
$$;

CREATE FUNCTION history_difference(facts jsonb, others jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(facts)
  WHERE value IS DISTINCT FROM others->key
$$;

CREATE FUNCTION history_action(old_row jsonb, new_row jsonb) RETURNS change_action LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN old_row->>'archived_at' IS NULL AND new_row->>'archived_at' IS NOT NULL THEN 'archived'
    WHEN old_row->>'archived_at' IS NOT NULL AND new_row->>'archived_at' IS NULL THEN 'restored'
    WHEN old_row->>'paused_at' IS NULL AND new_row->>'paused_at' IS NOT NULL THEN 'paused'
    WHEN old_row->>'paused_at' IS NOT NULL AND new_row->>'paused_at' IS NULL THEN 'resumed'
    ELSE 'changed'
  END::change_action
$$;

CREATE FUNCTION history_actor_id() RETURNS int LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('chatcart.actor_id', true), '')::int
$$;

CREATE FUNCTION history_actor_email() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('chatcart.actor_email', true), '')
$$;

-- TG_ARGV[0] is the kind of thing.
CREATE FUNCTION history_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  action change_action := 'changed';
  before jsonb;
  after jsonb;
  label text;
  entity_id bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    action := 'created';
    after := history_facts(NEW);
    label := history_label(NEW);
    entity_id := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    action := 'deleted';
    before := history_facts(OLD);
    label := history_label(OLD);
    entity_id := OLD.id;
  ELSE
    action := history_action(to_jsonb(OLD), to_jsonb(NEW));
    before := history_difference(history_facts(OLD), history_facts(NEW));
    after := history_difference(history_facts(NEW), history_facts(OLD));
    label := history_label(NEW);
    entity_id := NEW.id;
    IF action = 'changed' AND before = '{}' AND after = '{}' THEN
      RETURN NULL;
    END IF;
  END IF;
  INSERT INTO changes (actor_id, actor_email, entity, entity_id, label, action, before, after)
  VALUES (history_actor_id(), history_actor_email(), TG_ARGV[0]::change_entity, entity_id,
    left(coalesce(label, '#' || entity_id), 500), action, before, after);
  RETURN NULL;
END $$;

CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON routing_rules
  FOR EACH ROW EXECUTE FUNCTION history_record('rule');
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON numbers
  FOR EACH ROW EXECUTE FUNCTION history_record('number');
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON settings
  FOR EACH ROW EXECUTE FUNCTION history_record('settings');
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON categories
  FOR EACH ROW EXECUTE FUNCTION history_record('category');

-- The categories of products. Saving takes them away and puts them back, so a product has one row per transaction, from
-- what it was before the first statement to what it is after the last; none where that is the same, and none for a
-- product that the transaction made (an import of 20,000 products would drown the rest).
CREATE FUNCTION history_product_categories() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT * FROM product_categories WHERE false' ELSE 'SELECT * FROM old_rows' END;
  come text := CASE TG_OP WHEN 'DELETE' THEN 'SELECT * FROM product_categories WHERE false' ELSE 'SELECT * FROM new_rows' END;
BEGIN
  EXECUTE format($sql$
    WITH gone AS (%s), come AS (%s),
    touched AS (
      SELECT p.id, p.name FROM products p
      WHERE p.id IN (SELECT product_id FROM gone UNION SELECT product_id FROM come)
        AND p.created_at < date_trunc('milliseconds', now())
    ),
    links AS MATERIALIZED (
      SELECT pc.* FROM product_categories pc JOIN touched t ON t.id = pc.product_id
    ),
    listed AS (
      SELECT t.id, t.name,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY l.position), '[]')
         FROM links l JOIN categories c ON c.id = l.category_id WHERE l.product_id = t.id) AS after
      FROM touched t
    ),
    same_transaction AS (
      UPDATE changes ch SET after = jsonb_build_object('categories', l.after)
      FROM listed l
      WHERE ch.entity = 'product' AND ch.entity_id = l.id AND ch.xid = pg_current_xact_id()
        AND ch.at >= date_trunc('milliseconds', now())
      RETURNING ch.entity_id
    )
    INSERT INTO changes (actor_id, actor_email, entity, entity_id, label, action, before, after)
    SELECT history_actor_id(), history_actor_email(), 'product', l.id, l.name, 'changed',
      jsonb_build_object('categories', was.before), jsonb_build_object('categories', l.after)
    FROM listed l
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY w.position), '[]') AS before
      FROM (
        SELECT * FROM links k WHERE k.product_id = l.id
          AND NOT EXISTS (SELECT FROM come WHERE come.product_id = k.product_id AND come.category_id = k.category_id)
        UNION ALL
        SELECT * FROM gone WHERE gone.product_id = l.id
      ) w JOIN categories c ON c.id = w.category_id
    ) was
    WHERE l.id NOT IN (SELECT entity_id FROM same_transaction) AND was.before <> l.after
  $sql$, gone, come);
  -- By time first: there is an index on it, and a row of this transaction is as old as the transaction.
  DELETE FROM changes WHERE at >= date_trunc('milliseconds', now()) AND xid = pg_current_xact_id()
    AND entity = 'product' AND before = after;
  RETURN NULL;
END $$;

CREATE TRIGGER history_insert AFTER INSERT ON product_categories REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION history_product_categories();
CREATE TRIGGER history_update AFTER UPDATE ON product_categories REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION history_product_categories();
CREATE TRIGGER history_delete AFTER DELETE ON product_categories REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION history_product_categories();
