/** The tracker as a resource server of OAuth 2.1: tokens that an authorization server issued. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.oauth;
