/**
 * What every service stands on, written once: how it answers errors ({@code problem}), whom it lets in ({@code access}), how
 * events travel ({@code event}), whether what it needs is there ({@code backing}), what goes on in it all the time ({@code loop}),
 * what it is told ({@code environment}), and time that does not jump ({@code clock}).
 */
package org.onrecord.chassis;
