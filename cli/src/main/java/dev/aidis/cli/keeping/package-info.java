/** Taking data out of a tracker and bringing it back: export, import, backup, restore, archive. */
@NullMarked
package dev.aidis.cli.keeping;

import org.jspecify.annotations.NullMarked;
