/** The settings of a local tracker and the directory that holds its data. */
@NullMarked
package dev.aidis.standalone.home;

import org.jspecify.annotations.NullMarked;
