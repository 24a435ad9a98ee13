"""The record in the formats others read. Knows neither HTTP nor how the events were chosen."""
