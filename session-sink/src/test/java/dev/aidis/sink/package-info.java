/** What tests of the sink share. */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink;
