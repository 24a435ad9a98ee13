"""What a WSGI server runs, with what takes a moment at first use done beforehand."""

import gc
import os
from datetime import date

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
application = get_wsgi_application()

from timeline import dates  # noqa: E402 - settings come first
from timeline.release import release  # noqa: E402

release()
dates.find("On Tuesday, after four months, they left.", published=date(2017, 10, 17))

# What is loaded by now stays for good: looking through it for garbage would cost some reader a
# tenth of a second every now and then. A page makes some 50,000 objects and drops them all.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)
