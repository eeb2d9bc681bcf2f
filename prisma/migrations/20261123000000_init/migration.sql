-- Both are trusted extensions: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "page_type" AS ENUM ('product', 'cart', 'checkout', 'floating');

-- CreateEnum
CREATE TYPE "device_type" AS ENUM ('mobile', 'desktop');

-- CreateEnum
CREATE TYPE "visitor_kind" AS ENUM ('human', 'bot', 'prefetch', 'duplicate', 'flood');

-- CreateEnum
CREATE TYPE "kind_reason" AS ENUM ('isbot', 'empty_agent', 'head_request', 'prefetch_header', 'repeat', 'flood');

-- CreateEnum
CREATE TYPE "route_reason" AS ENUM ('rule', 'no_rule', 'no_category', 'unknown_product', 'catalogue_away', 'bad_request', 'floating');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('new', 'confirmed', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('ready', 'running', 'done', 'failed');

-- CreateTable
CREATE TABLE "users" (
    "id" SERIAL NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "store_name" VARCHAR(120) NOT NULL DEFAULT 'My shop',
    "default_number_id" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "locale" VARCHAR(35) NOT NULL DEFAULT 'en-US',
    "time_zone" VARCHAR(64) NOT NULL DEFAULT 'UTC',
    "demo_store_enabled" BOOLEAN NOT NULL DEFAULT false,
    "product_template" VARCHAR(2000) NOT NULL,
    "cart_template" VARCHAR(2000) NOT NULL,
    "checkout_template" VARCHAR(2000) NOT NULL,
    "floating_template" VARCHAR(2000) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "numbers" (
    "id" SERIAL NOT NULL,
    "digits" VARCHAR(15) NOT NULL,
    "label" VARCHAR(80) NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "numbers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "categories" (
    "id" SERIAL NOT NULL,
    "store_id" BIGINT,
    "parent_id" INTEGER,
    "name" VARCHAR(200) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" BIGINT NOT NULL,
    "parent_id" BIGINT,
    "sku" VARCHAR(120),
    "name" VARCHAR(500) NOT NULL,
    "variation" VARCHAR(300),
    "price" DECIMAL(14,4),
    "currency" CHAR(3),
    "url" VARCHAR(2000),
    "image_url" VARCHAR(2000),
    "search_text" TEXT NOT NULL DEFAULT '',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_categories" (
    "product_id" BIGINT NOT NULL,
    "category_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "product_categories_pkey" PRIMARY KEY ("product_id","category_id")
);

-- CreateTable
CREATE TABLE "routing_rules" (
    "id" SERIAL NOT NULL,
    "category_id" INTEGER NOT NULL,
    "number_id" INTEGER NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "routing_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "click_events" (
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "product_id" BIGINT,
    "page_type" "page_type" NOT NULL,
    "device_type" "device_type" NOT NULL,
    "visitor_kind" "visitor_kind" NOT NULL,
    "kind_reason" "kind_reason",
    "reason" "route_reason" NOT NULL,
    "rule_id" INTEGER,
    "category_id" INTEGER,
    "number_id" INTEGER,
    "number" VARCHAR(15),
    "via" VARCHAR(40),
    "item_count" INTEGER NOT NULL,

    CONSTRAINT "click_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unrecorded_clicks" (
    "id" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unrecorded_clicks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "reference" VARCHAR(16) NOT NULL,
    "idempotency_key" VARCHAR(200) NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'new',
    "customer_name" VARCHAR(200) NOT NULL DEFAULT '',
    "customer_phone" VARCHAR(60) NOT NULL DEFAULT '',
    "customer_email" VARCHAR(254) NOT NULL DEFAULT '',
    "address" VARCHAR(1000) NOT NULL DEFAULT '',
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "incomplete" BOOLEAN NOT NULL DEFAULT false,
    "price_to_confirm" BOOLEAN NOT NULL DEFAULT false,
    "total" DECIMAL(18,4),
    "currency" CHAR(3) NOT NULL,
    "reason" "route_reason" NOT NULL,
    "rule_id" INTEGER,
    "category_id" INTEGER,
    "number_id" INTEGER,
    "number" VARCHAR(15),
    "message_url" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_items" (
    "order_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "name" VARCHAR(500) NOT NULL,
    "sku" VARCHAR(120),
    "variation" VARCHAR(300),
    "quantity" INTEGER NOT NULL,
    "unit_price" DECIMAL(14,4),

    CONSTRAINT "order_items_pkey" PRIMARY KEY ("order_id","position")
);

-- CreateTable
CREATE TABLE "catalog_imports" (
    "id" UUID NOT NULL,
    "file_name" VARCHAR(255) NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'ready',
    "content" BYTEA NOT NULL,
    "processed" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "error" VARCHAR(500),
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalog_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_changes" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "payload" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "routing_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "categories_store_id_key" ON "categories"("store_id");

-- CreateIndex
CREATE INDEX "categories_parent_id_idx" ON "categories"("parent_id");

-- CreateIndex
CREATE INDEX "products_parent_id_idx" ON "products"("parent_id");

-- CreateIndex
CREATE INDEX "products_sku_idx" ON "products"("sku");

-- CreateIndex
CREATE INDEX "products_search_text_trgm" ON "products" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "product_categories_category_id_idx" ON "product_categories"("category_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_categories_product_id_position_key" ON "product_categories"("product_id", "position");

-- CreateIndex
CREATE INDEX "routing_rules_category_id_idx" ON "routing_rules"("category_id");

-- CreateIndex
CREATE INDEX "routing_rules_number_id_idx" ON "routing_rules"("number_id");

-- CreateIndex
CREATE INDEX "click_events_occurred_at_id_idx" ON "click_events"("occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "click_events_product_id_occurred_at_id_idx" ON "click_events"("product_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_idempotency_key_key" ON "orders"("idempotency_key");

-- CreateIndex
CREATE INDEX "orders_placed_at_id_idx" ON "orders"("placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "orders_reference_idx" ON "orders"("reference");

-- CreateIndex
CREATE INDEX "routing_changes_xid_idx" ON "routing_changes"("xid");

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_default_number_id_fkey" FOREIGN KEY ("default_number_id") REFERENCES "numbers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_categories" ADD CONSTRAINT "product_categories_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_categories" ADD CONSTRAINT "product_categories_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rules" ADD CONSTRAINT "routing_rules_number_id_fkey" FOREIGN KEY ("number_id") REFERENCES "numbers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- From here on by hand: what Prisma has no words for.

CREATE UNIQUE INDEX numbers_digits_active_key ON numbers (digits) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX routing_rules_category_current_key ON routing_rules (category_id) WHERE archived_at IS NULL;

ALTER TABLE settings ADD CONSTRAINT settings_single_row CHECK (id = 1);
ALTER TABLE numbers ADD CONSTRAINT numbers_digits_format CHECK (digits ~ '^[1-9][0-9]{6,14}$');
ALTER TABLE products
  ADD CONSTRAINT products_id_range CHECK (id BETWEEN 1 AND 9007199254740991),
  ADD CONSTRAINT products_not_own_parent CHECK (parent_id <> id),
  ADD CONSTRAINT products_price_not_negative CHECK (price >= 0);
ALTER TABLE categories ADD CONSTRAINT categories_not_own_parent CHECK (parent_id <> id);
ALTER TABLE product_categories ADD CONSTRAINT product_categories_position_not_negative CHECK (position >= 0);
ALTER TABLE order_items
  ADD CONSTRAINT order_items_quantity_positive CHECK (quantity > 0),
  ADD CONSTRAINT order_items_unit_price_not_negative CHECK (unit_price >= 0);

-- products.search_text. unaccent() is not IMMUTABLE, so neither a generated column nor an index may call it; a trigger may.
CREATE FUNCTION products_keep_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := lower(unaccent(concat_ws(' ', NEW.name, NEW.variation, NEW.sku, NEW.id)));
  RETURN NEW;
END $$;

CREATE TRIGGER products_keep_search_text BEFORE INSERT OR UPDATE ON products
  FOR EACH ROW EXECUTE FUNCTION products_keep_search_text();

-- The change feed. Every statement that touches what the routing table is made of leaves one row in routing_changes
-- and wakes the listeners; the notice says nothing, so that Postgres folds those of a transaction into one.
CREATE FUNCTION routing_change(payload text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO routing_changes (payload) VALUES (payload);
  PERFORM pg_notify('chatcart_routing', '');
END $$;

CREATE FUNCTION routing_store_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM routing_change('store');
  RETURN NULL;
END $$;

CREATE FUNCTION routing_catalogue_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM routing_change('products');
  RETURN NULL;
END $$;

-- TG_ARGV[0] is the column with the product's id. With more than 100 products, reading all of them again is cheaper.
CREATE FUNCTION routing_products_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids bigint[];
BEGIN
  EXECUTE format(
    'SELECT array_agg(id) FROM (SELECT DISTINCT id FROM (%s) AS changed LIMIT 101) AS ids',
    CASE TG_OP
      WHEN 'INSERT' THEN format('SELECT %I AS id FROM new_rows', TG_ARGV[0])
      WHEN 'DELETE' THEN format('SELECT %I AS id FROM old_rows', TG_ARGV[0])
      ELSE format('SELECT %1$I AS id FROM new_rows UNION ALL SELECT %1$I FROM old_rows', TG_ARGV[0])
    END
  ) INTO ids;
  IF cardinality(ids) > 100 THEN
    PERFORM routing_change('products');
  ELSIF cardinality(ids) > 0 THEN
    PERFORM routing_change('products:' || array_to_string(ids, ','));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER routing_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON settings
  FOR EACH STATEMENT EXECUTE FUNCTION routing_store_changed();
CREATE TRIGGER routing_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON numbers
  FOR EACH STATEMENT EXECUTE FUNCTION routing_store_changed();
CREATE TRIGGER routing_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON categories
  FOR EACH STATEMENT EXECUTE FUNCTION routing_store_changed();
CREATE TRIGGER routing_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON routing_rules
  FOR EACH STATEMENT EXECUTE FUNCTION routing_store_changed();

CREATE TRIGGER routing_change_truncate AFTER TRUNCATE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION routing_catalogue_changed();
CREATE TRIGGER routing_change_insert AFTER INSERT ON products REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION routing_products_changed('id');
CREATE TRIGGER routing_change_update AFTER UPDATE ON products REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION routing_products_changed('id');
CREATE TRIGGER routing_change_delete AFTER DELETE ON products REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION routing_products_changed('id');

CREATE TRIGGER routing_change_truncate AFTER TRUNCATE ON product_categories
  FOR EACH STATEMENT EXECUTE FUNCTION routing_catalogue_changed();
CREATE TRIGGER routing_change_insert AFTER INSERT ON product_categories REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION routing_products_changed('product_id');
CREATE TRIGGER routing_change_update AFTER UPDATE ON product_categories REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION routing_products_changed('product_id');
CREATE TRIGGER routing_change_delete AFTER DELETE ON product_categories REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION routing_products_changed('product_id');

-- The one row of settings, with the default messages of lib/whatsapp/templates.ts.
INSERT INTO settings (id, product_template, cart_template, checkout_template, floating_template) VALUES (
  1,
  'Hello {store}, I would like to order:

*{product}*
Option: {variation}
Quantity: {quantity}
Unit price: {price}
SKU: {sku}
{url}',
  'Hello {store}, I would like to order:

{items}

Total: {total}',
  'Hello {store}, this is my order:

Reference: *{reference}*

{items}

Total: {total}

Name: {name}
Phone: {phone}
Email: {email}
Address: {address}
Note: {note}',
  'Hello {store}, I have a question.'
);
