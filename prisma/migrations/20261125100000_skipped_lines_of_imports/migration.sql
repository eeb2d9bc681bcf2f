-- How many lines an import left out: told again when it is done.
ALTER TABLE catalog_imports ADD COLUMN skipped integer NOT NULL DEFAULT 0;
