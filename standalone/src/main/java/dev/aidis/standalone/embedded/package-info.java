/** The broker and the database that a local tracker brings along. */
@NullMarked
package dev.aidis.standalone.embedded;

import org.jspecify.annotations.NullMarked;
