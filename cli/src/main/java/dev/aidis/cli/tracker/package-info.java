/** Commands about the local tracker itself: is it running, where, and what does it log. */
@NullMarked
package dev.aidis.cli.tracker;

import org.jspecify.annotations.NullMarked;
