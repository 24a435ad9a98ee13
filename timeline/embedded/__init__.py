"""A database backend that brings its own PostgreSQL: no server to install, none to look after."""
