/** Services that are killed, frozen, moved and emptied, on a real broker and a real database. */
@org.jspecify.annotations.NullMarked
package dev.aidis.standalone.failure;
