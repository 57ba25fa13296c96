CREATE TABLE "sso_requests" (
	"site_id" integer NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"protocol" text NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"return_path" text NOT NULL,
	"expires_time" timestamp with time zone NOT NULL,
	"agent_id" integer,
	"generation" integer,
	"code_hash" "bytea",
	CONSTRAINT "sso_requests_site_id_request_hash_pk" PRIMARY KEY("site_id","request_hash")
);
--> statement-breakpoint
CREATE TABLE "sso_used_answers" (
	"site_id" integer NOT NULL,
	"answer_hash" "bytea" NOT NULL,
	"expires_time" timestamp with time zone NOT NULL,
	CONSTRAINT "sso_used_answers_site_id_answer_hash_pk" PRIMARY KEY("site_id","answer_hash")
);
--> statement-breakpoint
CREATE INDEX "sso_requests_site_id_code_hash_index" ON "sso_requests" USING btree ("site_id","code_hash");--> statement-breakpoint
CREATE INDEX "sso_requests_expires_time_index" ON "sso_requests" USING btree ("expires_time");--> statement-breakpoint
CREATE INDEX "sso_used_answers_expires_time_index" ON "sso_used_answers" USING btree ("expires_time");