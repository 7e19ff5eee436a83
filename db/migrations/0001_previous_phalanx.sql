CREATE TABLE `flood_records` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flood_records_person` ON `flood_records` (`personId`,`seq`);--> statement-breakpoint
CREATE INDEX `inbox_person` ON `inbox` (`personId`,`storedAt`);