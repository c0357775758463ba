@org.jspecify.annotations.NullUnmarked
package dev.aidis.dashboard;
