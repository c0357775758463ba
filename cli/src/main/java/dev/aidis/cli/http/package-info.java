/** How the command talks with the tracker: requests and their JSON. */
@NullMarked
package dev.aidis.cli.http;

import org.jspecify.annotations.NullMarked;
