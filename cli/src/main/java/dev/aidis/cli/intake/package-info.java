/**
 * Bringing activities to the tracker: in batches, again where it cannot take them now, until all
 * has arrived.
 */
@NullMarked
package dev.aidis.cli.intake;

import org.jspecify.annotations.NullMarked;
