/** Puts a replaying processor and the sink's rebuild together. */
@org.jspecify.annotations.NullMarked
package dev.aidis.standalone.rebuild;
