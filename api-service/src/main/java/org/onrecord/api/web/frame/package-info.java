/** What stands around every page: layout, sign-in, forms, and what goes wrong. */
package org.onrecord.api.web.frame;
