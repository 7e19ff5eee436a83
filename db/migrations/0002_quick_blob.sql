CREATE TABLE `bots` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	`account` text,
	`reason` text,
	`since` integer NOT NULL,
	`seenAt` integer NOT NULL
);
