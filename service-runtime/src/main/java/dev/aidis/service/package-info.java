/**
 * What each service needs to run as a process of its own. Knows nothing of what the services do.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.service;
