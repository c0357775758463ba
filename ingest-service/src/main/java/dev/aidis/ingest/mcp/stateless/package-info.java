/**
 * Revision 2026-07-28 of the protocol, in which each request stands for itself: no {@code
 * initialize}, no session, questions to the client as results.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.mcp.stateless;
