/** Taking data out of the tracker and bringing it back: export, backup, restore, archive. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.keeping;
