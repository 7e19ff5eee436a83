ALTER TABLE `attachments` ADD `file` text;--> statement-breakpoint
ALTER TABLE `attachments` ADD `sealedLocation` text;--> statement-breakpoint
CREATE INDEX `attachments_file` ON `attachments` (`file`);