/**
 * Looks at the whole way of an activity, from the assistant to the database, and says how to mend
 * it.
 */
@NullMarked
package dev.aidis.cli.doctor;

import org.jspecify.annotations.NullMarked;
