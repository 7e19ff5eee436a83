CREATE TABLE `import_files` (
	`id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`name` text NOT NULL,
	`header` text NOT NULL,
	`rows` integer NOT NULL,
	`map` text
);
--> statement-breakpoint
CREATE TABLE `import_maps` (
	`name` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`map` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_parts` (
	`fileId` text NOT NULL,
	`index` integer NOT NULL,
	`sealedRows` text NOT NULL,
	`outcomes` text,
	PRIMARY KEY(`fileId`, `index`)
);
--> statement-breakpoint
ALTER TABLE `exchanges` ADD `source` text;--> statement-breakpoint
CREATE UNIQUE INDEX `exchanges_source_unique` ON `exchanges` (`source`);--> statement-breakpoint
ALTER TABLE `people` ADD `phoneKey` text;--> statement-breakpoint
CREATE INDEX `people_phone` ON `people` (`phoneKey`);