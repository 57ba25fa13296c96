DROP INDEX "offline_messages_site_id_created_time_index";--> statement-breakpoint
DROP INDEX "visitors_site_id_last_visit_time_index";--> statement-breakpoint
CREATE INDEX "offline_messages_site_id_created_time_id_index" ON "offline_messages" USING btree ("site_id","created_time","id");--> statement-breakpoint
CREATE INDEX "visitors_site_id_last_visit_time_id_index" ON "visitors" USING btree ("site_id","last_visit_time","id");