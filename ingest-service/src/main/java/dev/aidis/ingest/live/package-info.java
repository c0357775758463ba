/** What happens, told while it happens: to each connection what it has not heard yet. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.live;
