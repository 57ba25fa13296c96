ALTER TABLE "chats" ADD COLUMN "target_agent_id" integer;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "segment_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "offline_messages" ADD COLUMN "segment_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "segment_ids" uuid[] DEFAULT '{}' NOT NULL;