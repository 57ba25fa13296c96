-- of identities that two contacts claimed, the older one stays
DELETE FROM "contact_identities" later USING "contact_identities" first
WHERE first.site_id = later.site_id AND first.type = later.type AND lower(first.value) = lower(later.value) AND first.id < later.id;--> statement-breakpoint
DROP INDEX "contact_identities_value";--> statement-breakpoint
CREATE UNIQUE INDEX "contact_identities_value_key" ON "contact_identities" USING btree ("site_id","type",lower("value"));--> statement-breakpoint
CREATE INDEX "visitors_email" ON "visitors" USING btree ("site_id",lower("email")) WHERE email is not null;