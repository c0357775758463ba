/** Access tokens: what they stand for, how they are made, kept, found and revoked. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.token;
