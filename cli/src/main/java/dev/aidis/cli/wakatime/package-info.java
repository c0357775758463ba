/** {@code aidis import wakatime}: reads the file of heartbeats that WakaTime exports. */
@NullMarked
package dev.aidis.cli.wakatime;

import org.jspecify.annotations.NullMarked;
