/** What waits on this machine for a tracker: the records that hooks and the bridge keep. */
@NullMarked
package dev.aidis.cli.spool;

import org.jspecify.annotations.NullMarked;
