CREATE TABLE "agent_shift_statuses" (
	"site_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "agent_shift_statuses_site_id_agent_id_pk" PRIMARY KEY("site_id","agent_id")
);
