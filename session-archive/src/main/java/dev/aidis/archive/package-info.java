/** Months of activities, out of Postgres into compressed files and back. */
@NullMarked
package dev.aidis.archive;

import org.jspecify.annotations.NullMarked;
